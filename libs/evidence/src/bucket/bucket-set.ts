import { readFileSync } from 'node:fs';
import { Bucket } from './bucket.js';
import { bucketFrom } from './bucket-settings.js';

/**
 * The bucket that `REDRESS_S3_URL` says where to find, or the file that `REDRESS_S3_URL_FILE` names.
 * @throws RangeError that quotes nothing of it
 */
export const bucketSet = (env: NodeJS.ProcessEnv = process.env): Bucket => {
  const file = env['REDRESS_S3_URL_FILE'];
  const url = file ? readFileSync(file, 'utf8').trim() : env['REDRESS_S3_URL'];
  if (!url) throw new RangeError('REDRESS_S3_URL or REDRESS_S3_URL_FILE must be set');
  return new Bucket(bucketFrom(url));
};

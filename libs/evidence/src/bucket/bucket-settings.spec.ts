import { expect, it } from '@jest/globals';
import { bucketFrom } from './bucket-settings.js';

it('takes an address apart', () => {
  expect(bucketFrom('https://k%2Fey:se%40cret@s3.example.org:9000/evidence/a/b?region=cn-north-1')).toEqual({
    endpoint: 'https://s3.example.org:9000',
    region: 'cn-north-1',
    bucket: 'evidence',
    prefix: 'a/b/',
    credentials: { accessKeyId: 'k/ey', secretAccessKey: 'se@cret' },
  });
});

it('leaves out who acts when it is not said, and fills in what is usual', () => {
  expect(bucketFrom('http://127.0.0.1:9000/evidence')).toEqual({
    endpoint: 'http://127.0.0.1:9000',
    region: 'us-east-1',
    bucket: 'evidence',
    prefix: '',
  });
});

it.each(['', 'evidence', 'ftp://host/evidence', 'https://key:secret@host', 'https://key:secret@host/'])(
  'refuses %j, and quotes nothing of it',
  (url) => {
    expect(() => bucketFrom(url)).toThrow(
      /^REDRESS_S3_URL must be like https:\/\/key:secret@host\/bucket\/prefix\?region=name$/,
    );
  },
);

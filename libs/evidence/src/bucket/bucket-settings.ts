/** Where a bucket is, and who uses it. */
export type BucketSettings = {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
  /** Without it, whatever the machine has, such as the role of an instance. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/**
 * From `https://key:secret@host:9000/bucket/and/a/prefix?region=cn-north-1`.
 * @throws RangeError that quotes nothing of it: there may be a secret in it.
 */
export const bucketFrom = (url: string): BucketSettings => {
  const parsed = URL.parse(url);
  const [bucket, ...prefix] = (parsed?.pathname ?? '').split('/').filter((part) => part !== '');
  if (!parsed || !/^https?:$/.test(parsed.protocol) || bucket === undefined)
    throw new RangeError('REDRESS_S3_URL must be like https://key:secret@host/bucket/prefix?region=name');
  const { protocol, host, username, password, searchParams } = parsed;
  return {
    endpoint: `${protocol}//${host}`,
    region: searchParams.get('region') ?? 'us-east-1',
    bucket,
    prefix: prefix.map((part) => `${part}/`).join(''),
    ...(username !== '' && {
      credentials: {
        accessKeyId: decodeURIComponent(username),
        secretAccessKey: decodeURIComponent(password),
      },
    }),
  };
};

import { Disk } from 'flydrive';
import { S3Driver } from 'flydrive/drivers/s3';
import { diskStorage } from './disk.ts';
import type { StoragePort } from './port.ts';

export interface S3Settings {
  bucket: string;
  region: string;
  /** Another store than Amazon's that speaks its protocol; buckets are then named in the path. */
  endpoint: string | null;
  /** Null leaves it to the machine: role, profile or environment, as Amazon's SDK finds them. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
}

/** Whether the store said that there is no such object: flydrive wraps the SDK's error. */
const isMissing = ({ cause }: Error): boolean => cause instanceof Error && cause.name === 'NoSuchKey';

/** Objects of one bucket of Amazon S3 or a store like it. The bucket is private and must exist. */
export function s3Storage({ bucket, region, endpoint, credentials }: S3Settings): StoragePort {
  const driver = new S3Driver({
    bucket,
    region,
    visibility: 'private',
    // Buckets made today refuse access lists; what is private needs none.
    supportsACL: false,
    // The SDK's newer checksums in trailers are unknown to many stores other than Amazon's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A store that has gone silent must not hold requests for ever.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  });
  const disk = new Disk(driver);
  return diskStorage(disk, (key) =>
    disk.getStream(key).catch((error: Error) => {
      if (isMissing(error)) return null;
      throw error;
    }),
  );
}

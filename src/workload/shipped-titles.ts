import { msg } from '../base/language.ts';

/**
 * The titles of the shipped profiles, which lie in `public/workloads/index.json`, as messages: whoever
 * shows a title says it by `t`.
 */
export const SHIPPED_TITLES: readonly string[] = [
  msg('MiBench CRC32, 1,368,864 bytes (getc, 4 KiB stdio buffer)'),
  msg('MiBench CRC32, 26,611,200 bytes (getc, 4 KiB stdio buffer)'),
  msg('MiBench susan -c (corners), large image 384x288'),
  msg('MiBench susan -c (corners), small image 76x95'),
  msg('MiBench susan -e (edges), large image 384x288'),
  msg('MiBench susan -e (edges), small image 76x95'),
  msg('MiBench susan -s (smoothing), large image 384x288'),
  msg('MiBench susan -s (smoothing), small image 76x95'),
  msg('gzip -9 of a 1,000,071-byte text file'),
  msg('ls -lR of 13 directories with 60 files'),
  msg('python3.11 -S -c print(sum(range(100000)))'),
  msg('sqlite3 CLI: 60 inserts in one transaction, 12 autocommit inserts, 1 select'),
  msg('static hello world'),
];

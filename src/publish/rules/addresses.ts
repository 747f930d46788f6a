/** Addresses that a reader should be sent to: the publisher's own, without what only serves to follow people about. */
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { underlyingPublisher } from '../references.ts';
import { at, type EntityFile, warn } from './common.ts';

const TRACKING =
  /[?&](?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|ref_src|cmpid|s_cid|jsessionid|phpsessid)=|;jsessionid=/i;
/** Hosts that copy, translate, unlock or try out what others publish. */
const COPIES =
  /(?:^|\.)(?:archive\.(?:org|ph|is|today|li|md|vn)|webcache\.googleusercontent\.com|translate\.goog|12ft\.io|r\.jina\.ai|removepaywall\.com|scribd\.com|dokumen\.pub|vdoc\.pub|ebin\.pub|academia-photos\.com)$/i;
const STAGING = /(?:^|[.-])(?:staging|stage|preprod|preview|dev|test|local|localhost)(?:[.-]|$)/i;

/** Tracking and session parts, mirrors, proxies and staging hosts are refused; plain http is pointed out. */
export function addresses(file: EntityFile): Problem[] {
  return Object.entries(file.record.sources).flatMap(([key, source]) => {
    const path = ['sources', key, 'url'];
    const url = new URL(source.url);
    const problems: Problem[] = [];
    if (TRACKING.test(source.url))
      problems.push(
        at(file, path, 'address', `${key}: the address has a tracking or session part`, 'cut it off'),
      );
    if (COPIES.test(url.hostname))
      problems.push(
        at(
          file,
          path,
          'address',
          `${key}: ${url.hostname} copies what others publish`,
          'give the publisher’s own address, and a copy under archived:',
        ),
      );
    if (STAGING.test(url.hostname))
      problems.push(
        at(
          file,
          path,
          'address',
          `${key}: ${url.hostname} is a publisher’s try-out host`,
          'give the public address',
        ),
      );
    if (url.protocol === 'http:')
      problems.push(
        warn(file, path, 'http', `${key}: plain http`, 'use https where the publisher has it, else leave it'),
      );
    return problems;
  });
}

/** One address has one publisher, one date and one strength, wherever it is cited. */
export function sameAddressSameSource(dataset: LoadedDataset): Problem[] {
  const first = new Map<string, { file: EntityFile; key: string }>();
  const problems: Problem[] = [];
  for (const file of dataset.entities) {
    for (const [key, source] of Object.entries(file.record.sources)) {
      const known = first.get(source.url);
      if (!known) {
        first.set(source.url, { file, key });
        continue;
      }
      const other = known.file.record.sources[known.key];
      if (!other) continue;
      const differs = [
        underlyingPublisher(other) === underlyingPublisher(source) ? '' : 'publisher',
        other.published === source.published ? '' : 'published',
        other.weak === source.weak ? '' : 'weak',
      ].filter(Boolean);
      if (differs.length > 0)
        problems.push(
          warn(
            file,
            ['sources', key],
            'same-address',
            `${key}: ${differs.join(' and ')} differ from ${known.file.file}, which cites the same address`,
            'find out which is right, and mend the other',
          ),
        );
    }
  }
  return problems;
}

// Which addresses of the network a page may be fetched from: public ones alone, so that an address somebody pastes never
// reaches this computer, the newsroom's own network or a cloud's metadata.
import { type LookupAddress, lookup as resolveName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { UserError } from '../errors.ts';

/** Whether an IP address, as digits, may be spoken to. */
export type Allows = (ip: string) => boolean;

/** The one block of IPv6 that is given out for public use (IANA, RFC 4291): beside it stand notations of IPv4 addresses. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** True for a public unicast address; false for private, loopback, link-local and reserved ones, and for what is no address. */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.parse(ip);
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(GLOBAL_IPV6));
}

/** The refusal (403) of a host that is, or leads to, an address that is not public. */
export function notPublic(host: string): UserError {
  return new UserError(
    'private-address',
    `${host} is not on the public internet. Save the page in your browser, and import the file.`,
    403,
  );
}

/**
 * Resolves names for connections, and refuses a name of which one address is not allowed. What is checked is what is
 * connected to: a name cannot answer differently in between. Addresses in digits are never resolved, so they pass by here.
 */
export function guardedLookup(allows: Allows): LookupFunction {
  return (host, options, answer) => {
    resolveName(host, { ...options, all: true }, (failure, found: LookupAddress[]) => {
      const first = found?.[0];
      if (failure || !first) answer(failure ?? new Error(`${host} has no address`), '', 4);
      else if (!found.every(({ address }) => allows(address))) answer(notPublic(host), '', 4);
      else if (options.all) answer(null, found);
      else answer(null, first.address, first.family);
    });
  };
}

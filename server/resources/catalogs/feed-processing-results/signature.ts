import type { Feed } from '../feeds/schema.ts'

/** Returns what a feed with content of that hash is recognized by: the content, and what else its items depend on. */
export const signatureOf = (
  digest: string,
  {
    format,
    default_currency,
    default_availability,
  }: Pick<Feed, 'format' | 'default_currency' | 'default_availability'>,
): string => [digest, format, default_currency, default_availability].join(' ')

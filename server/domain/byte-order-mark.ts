/** Returns a text without the byte order mark at its beginning, which some editors and proxies write before JSON. */
export const withoutByteOrderMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)

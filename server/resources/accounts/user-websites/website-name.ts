/**
 * Returns a website as lists name it: the host in lower case, with its port and path, and without scheme and final
 * slash. Returns undefined where the text names none.
 */
export function websiteName(sent: string): string | undefined {
  const text = sent.trim().replace(/^https?:\/\//i, '')
  const [host = ''] = text.split(/[/?#]/, 1)
  if (!/^[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?(:\d{1,5})?$/u.test(host) || host.includes('..')) return undefined
  const path = text.slice(host.length).split(/[?#]/, 1)[0] ?? ''
  return /\s/.test(path) ? undefined : host.toLowerCase() + path.replace(/\/+$/, '')
}

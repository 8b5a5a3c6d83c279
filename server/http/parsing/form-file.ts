/** A file that was sent as a form, as much of it as is looked at. */
export interface UploadedFile {
  /** What the form says that the file is to be stored as: the field `key`, which comes before the file. */
  readonly key: string
  /** Its first bytes. */
  readonly head: Buffer
}

/**
 * The file in the beginning of a `multipart/form-data` body; undefined where there is none with a key before it, as a
 * file store asks for it.
 */
export function fileIn(body: Buffer, contentType: string): UploadedFile | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) return undefined
  let key: string | undefined
  // Latin-1 has a character for each byte.
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}\r\n`).slice(1)
  for (const part of parts) {
    const end = part.indexOf('\r\n\r\n')
    if (end === -1) continue
    const [heads, content] = [part.slice(0, end), part.slice(end + 4)]
    const name = /;\s*name="?([^";\r\n]*)"?/i.exec(heads)?.[1]
    if (name === 'key') key = content
    if (name !== 'file') continue
    return key === undefined ? undefined : { key, head: Buffer.from(whole(content, boundary), 'latin1') }
  }
  return undefined
}

/** The content of a part without the end of the form, where that is among the first bytes, too. */
function whole(content: string, boundary: string): string {
  const end = content.indexOf(`\r\n--${boundary}--`)
  return end === -1 ? content : content.slice(0, end)
}

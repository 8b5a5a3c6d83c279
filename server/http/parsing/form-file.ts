/** The beginning of a file that was uploaded by a form. */
export interface UploadedFile {
  /** The name to store the file under: the form's field `key`, which comes before the file. */
  readonly key: string
  /** The first bytes of the file. */
  readonly head: Buffer
}

/**
 * Returns the file at the beginning of a `multipart/form-data` body; undefined where none follows a `key`, as file
 * stores require it.
 */
export function uploadedFileIn(body: Buffer, contentType: string): UploadedFile | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) return undefined
  let key: string | undefined
  // Latin-1 has one character for each byte.
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}\r\n`).slice(1)
  for (const part of parts) {
    const end = part.indexOf('\r\n\r\n')
    if (end === -1) continue
    const [heads, content] = [part.slice(0, end), part.slice(end + 4)]
    const name = /;\s*name="?([^";\r\n]*)"?/i.exec(heads)?.[1]
    if (name === 'key') key = content
    if (name !== 'file') continue
    return key === undefined ? undefined : { key, head: Buffer.from(withoutBoundary(content, boundary), 'latin1') }
  }
  return undefined
}

/** Returns the content of a part without the closing boundary, where that is among the first bytes too. */
function withoutBoundary(content: string, boundary: string): string {
  const end = content.indexOf(`\r\n--${boundary}--`)
  return end === -1 ? content : content.slice(0, end)
}

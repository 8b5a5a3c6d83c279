/** Saves a file as the browser saves downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; the file would stay in memory otherwise.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

import { OutputFile } from '../config/output-file.ts'

/**
 * The file that says that the server listens. What a server that was killed has left is taken away, so that nobody takes
 * it for this one's.
 *
 * @throws UsageError when no file can be written there; before the server listens, not after.
 */
export function prepareReadyFile(path: string): OutputFile {
  const file = new OutputFile(path, {
    option: 'ready-file',
    beginning: /^\{"event":"listening","name":"pinterest-ads-mock"/,
  })
  file.clear()
  return file
}

/** Tells whoever waits for the file that the server listens, until the process ends in whatever way but a kill. */
export function writeReadyFile(file: OutputFile, banner: string): void {
  file.write(`${banner}\n`)
  process.once('exit', () => file.remove())
}

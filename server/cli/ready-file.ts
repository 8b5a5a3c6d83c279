import { OutputFile } from '../config/output-file.ts'

/**
 * Prepares the file that shows that the server listens. Removes the file of a process that was killed, so that it is
 * not taken for this one's.
 *
 * @throws UsageError when the file cannot be written. Called before the server listens.
 */
export function prepareReadyFile(path: string): OutputFile {
  const file = new OutputFile(path, {
    option: 'ready-file',
    pattern: /^\{"event":"listening","name":"pinterest-ads-mock"/,
  })
  file.clear()
  return file
}

/** Writes the ready file, and removes it when the process exits other than by SIGKILL. */
export function writeReadyFile(file: OutputFile, banner: string): void {
  file.write(`${banner}\n`)
  process.once('exit', () => file.remove())
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '#server/config/usage-error.ts'
import { recordingBounds } from '#server/target/recordings/recorder.ts'
import { Recording } from '#server/target/recordings/recording.ts'

/** The most bytes of all recordings together. */
const mostBytes = 2 ** 28

/**
 * Reads the recordings of a folder, in the order of their files' names.
 *
 * @throws UsageError for a folder that cannot be read, and for a file that is no recording, by its name.
 */
export async function readRecordings(folder: string): Promise<readonly Recording[]> {
  const names = (await read(() => readdir(folder))).filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  if (names.length > recordingBounds.files) {
    throw new UsageError(
      `--recordings: ${folder} has ${names.length} files; at most ${recordingBounds.files} are read.`,
    )
  }
  const recordings: Recording[] = []
  let bytes = 0
  for (const name of names.sort()) {
    const text = await read(() => readFile(join(folder, name), 'utf8'))
    bytes += text.length
    if (bytes > mostBytes) throw new UsageError(`--recordings: ${folder} has more than ${mostBytes} bytes.`)
    recordings.push(parsed(text, name))
  }
  return recordings
}

function parsed(text: string, name: string): Recording {
  try {
    const result = Recording.safeParse(JSON.parse(text))
    if (result.success) return result.data
    const [issue] = result.error.issues
    throw new UsageError(`--recordings: ${name} is no recording: ${issue?.path.join('.')} ${issue?.message}.`)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--recordings: ${name} is no recording: it is not JSON.`)
  }
}

async function read<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new UsageError(`--recordings cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

import { createReadStream, realpathSync, statSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorCode } from '#db/error-code.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

const chunkSize = 65_536

/** Opens a file below a directory, links followed. Throws `UnreadableFeed` for anything else. */
export function localFile(url: URL, directory: string | undefined): AsyncIterable<Uint8Array> {
  if (directory === undefined) throw unreadable(`'${url}' is not read: the server has no --feed-dir.`)
  return createReadStream(pathWithin(url, directory), { highWaterMark: chunkSize })
}

function pathWithin(url: URL, directory: string): string {
  try {
    const [path, root] = [realpathSync(fileURLToPath(url)), realpathSync(directory)]
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw unreadable(`'${url}' is not read: it is not below --feed-dir.`)
    }
    if (!statSync(path).isFile()) throw unreadable(`'${url}' is not read: it is no file.`)
    return path
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error
    throw unreadable(`'${url}' cannot be read: ${errorCode(error) ?? 'it names no file'}.`)
  }
}

const unreadable = (reason: string): UnreadableFeed => new UnreadableFeed('FETCH_ERROR', reason)

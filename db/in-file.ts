import { existsSync, rmSync } from 'node:fs'
import { openFile } from './open.ts'
import type { Resting } from './resting.ts'
import { writeWhole } from './write-whole.ts'

/** In a file of its own, which is written whole when there is none, and when the world becomes another. */
export function inFile(path: string, image: Buffer): Resting {
  const removeLog = (): void => {
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  }
  const write = (given: Buffer): void => writeWhole(path, given, removeLog)
  return {
    open() {
      if (!existsSync(path)) write(image)
      return openFile(path)
    },
    rest() {},
    replace: write,
    remove() {
      rmSync(path, { force: true })
      removeLog()
    },
  }
}

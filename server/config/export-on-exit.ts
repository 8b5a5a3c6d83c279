import { resolve } from 'node:path'
import { exportState, stateFormat } from '#db/export.ts'
import { defaultWorld } from '../domain/world-name.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import { UsageError } from './config.ts'
import type { Configuration } from './configuration.ts'
import { OutputFile } from './output-file.ts'

/**
 * Returns a function that writes the default world to the file of `--export-on-exit`; undefined without that option.
 *
 * @throws UsageError when the file cannot be written: when the server closes, the world would be lost.
 */
export function exportOnExit({ exportOnExit: path, readyFile }: Configuration) {
  if (path === undefined) return undefined
  if (readyFile !== undefined && resolve(readyFile) === resolve(path)) {
    throw new UsageError('--export-on-exit and --ready-file name the same file.')
  }
  const file = new OutputFile(path, { option: 'export-on-exit', pattern: stateFilePattern })
  file.assertWritable()
  return (worlds: WorldRegistry): void =>
    file.write(`${JSON.stringify(exportState(worlds.world(defaultWorld).db), undefined, 2)}\n`)
}

const stateFilePattern = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${stateFormat}"`)

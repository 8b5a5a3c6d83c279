import type { options } from './options.ts'

/** The name of an option in the configuration file. */
export type OptionName = keyof typeof options

/** Returns the flag of an option: `--data-dir`. */
export const flagOf = (name: string): string => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** Returns the environment variable of an option: `PINTEREST_MOCK_DATA_DIR`. */
export const variableOf = (name: string): string =>
  `PINTEREST_MOCK_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`

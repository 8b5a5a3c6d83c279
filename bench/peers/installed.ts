import { fileURLToPath } from 'node:url'

/** The path of a file in an installed peer. */
export const installed = (file: string): string => fileURLToPath(new URL(`node_modules/${file}`, import.meta.url))

/** What every peer on Node is started with: as where it is fast, not as where it is developed. */
export const production = { NODE_ENV: 'production' }

import { fileURLToPath } from 'node:url'

/** Returns the path of a file in an installed peer. */
export const installed = (file: string): string => fileURLToPath(new URL(`node_modules/${file}`, import.meta.url))

/** The environment of peers on Node: production mode, for speed. */
export const production = { NODE_ENV: 'production' }

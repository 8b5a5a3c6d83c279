import { z } from 'zod'

/** Warnings of a response; absent where there is nothing to warn of. */
export const Warnings = z
  .array(z.string())
  .optional()
  .meta({ description: 'Deprecated names in the call, with their replacements.' })

/** Returns the field of a response that has warnings, or no field. */
export const withWarnings = (warnings: readonly string[]): { readonly warnings?: string[] } =>
  warnings.length === 0 ? {} : { warnings: [...warnings] }

import { type Lock, shippedPackages } from './lock.ts'

/** Licences that only demand their own text, of packages that are passed on unchanged. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
]

/** Tells whether a licence is allowed, or one of alternatives: `(BSD-3-Clause OR GPL-2.0)`. */
const isAllowed = (license = ''): boolean =>
  license
    .replaceAll(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => allowed.includes(choice))

/** Returns the shipped packages with other licences, or none. */
export const licenceProblems = (lock: Lock): string[] =>
  shippedPackages(lock)
    .filter(([, { license }]) => !isAllowed(license))
    .map(([path, { license }]) => `${path} has the licence ${license ?? 'none'}`)

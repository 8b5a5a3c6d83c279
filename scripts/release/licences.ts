import { type Lock, productionPackages } from './lock.ts'

/** Licences that ask for no more than their own text to be passed on, of packages that are passed on unchanged. */
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

/** Whether a licence, or one of those to choose from, is allowed: `(BSD-3-Clause OR GPL-2.0)`. */
const isAllowed = (license = ''): boolean =>
  license
    .replaceAll(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => allowed.includes(choice))

/** The packages that the server is installed with under other licences, or none. */
export const licenceProblems = (lock: Lock): string[] =>
  productionPackages(lock)
    .filter(([, { license }]) => !isAllowed(license))
    .map(([path, { license }]) => `${path} has the licence ${license ?? 'none'}`)

import { type Lock, productionPackages } from './lock.ts'

/** Licences that ask for no more than their own text to be passed on. */
const allowed = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT']

/** The packages that the server is installed with under other licences, or none. */
export const licenceProblems = (lock: Lock): string[] =>
  productionPackages(lock)
    .filter(([, { license }]) => license === undefined || !allowed.includes(license))
    .map(([path, { license }]) => `${path} has the licence ${license ?? 'none'}`)

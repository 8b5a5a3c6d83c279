import { hash, idOf } from '#server/domain/ids.ts'
import { catalogReportIdRange } from './resource.ts'

/** Returns the token of the nth report: the same on every run, so no secret. */
export const tokenOf = (sequence: number): string => {
  const id = idOf(catalogReportIdRange, sequence)
  return `${id}${hash(`catalog report ${id}`).toString(16).padStart(8, '0')}`
}

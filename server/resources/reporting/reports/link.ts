import { filePaths } from '#server/http/files/file-paths.ts'
import type { SignedFile } from '#server/http/files/signed-link.ts'
import type { ReportRow } from './repository.ts'

const name = 'metrics_report.txt'

/** The report that the path of a file names. */
export interface ReportFileName {
  readonly accountId: string
  /** Unix seconds. */
  readonly created: number
  readonly id: string
}

/**
 * Returns a report's file. Its path has the ad account, the time of the creation, and a number of 16 digits (F63); its
 * signatures depend on the report's token.
 */
export const fileOf = ({ id, ad_account_id, created_time, token }: ReportRow): SignedFile => ({
  path: `${filePaths.reports}/${ad_account_id}-${created_time}-${id}/${name}`,
  key: token,
})

const filePath = new RegExp(`^${filePaths.reports}/(\\d{1,18})-(\\d{1,12})-(\\d{16})/${name}$`)

/** Returns the report that a path names; undefined for any other path. */
export function reportNamedIn(path: string): ReportFileName | undefined {
  const [, accountId, created, id] = filePath.exec(path) ?? []
  return accountId === undefined || id === undefined ? undefined : { accountId, created: Number(created), id }
}

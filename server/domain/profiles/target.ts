import { type ApiVersion, defaultVersion } from '../api-version/versions.ts'
import type { ProfileName } from './profiles.ts'

/** The API that a world stands for. Keys are the names of settings. */
export interface ApiTarget {
  /** The version that calls are answered as, unless a header names another. */
  readonly api_version: ApiVersion
  /** The version that calls are compared with. */
  readonly rehearse: Rehearsal
  readonly profile: ProfileName
}

/** A version that calls are compared with, or none. */
export type Rehearsal = ApiVersion | 'off'

/** The API that a world stands for when nothing is set. */
export const defaultTarget: ApiTarget = { api_version: defaultVersion, rehearse: 'off', profile: 'off' }

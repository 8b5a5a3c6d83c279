import type { AuthSettings } from '../domain/access/tokens.ts'
import { unmatchedCall } from '../journal/findings/unmatched-calls.ts'
import type { WorldRegistryOptions } from '../worlds/options.ts'
import type { Configuration } from './configuration.ts'
import { sizeLimitsOf } from './size-limits.ts'

/** Returns the options of the worlds, without their seeds. Snapshots in memory share the size limit of all worlds. */
export function worldOptions(configuration: Configuration): Omit<WorldRegistryOptions, 'image' | 'seeds'> {
  const { dataDir, rules, features, limits, faults, journal, worlds, apiVersion, rehearse, profile } = configuration
  const sizeLimits = sizeLimitsOf(configuration)
  return {
    directory: dataDir,
    mode: worlds,
    sizeLimits,
    mostSnapshotBytes: dataDir === undefined ? sizeLimits.worlds : undefined,
    rules,
    features,
    limits,
    target: { api_version: apiVersion, rehearse, profile },
    faults,
    journal: { entries: journal },
  }
}

/** Returns the findings on which `exec` ends with 6, and `close()` of the library throws. */
export const failingFindings = ({ failOn, unmatched }: Configuration): readonly string[] =>
  unmatched === 'fail' ? [...new Set([...failOn, unmatchedCall.id])] : failOn

/** Returns the settings of authentication. */
export const authOptions = ({ auth, apps, tokens, autoApprove, refresh }: Configuration): AuthSettings => ({
  mode: auth,
  apps,
  tokens,
  autoApprove,
  refresh,
})

/** Returns the restrictions on calls of test control, `off` without it. Clients may use the public URL's host. */
export const controlOptions = ({ control, controlOrigins, controlToken, publicUrl }: Configuration) =>
  control
    ? {
        origins: [...controlOrigins, ...(publicUrl === undefined ? [] : [new URL(publicUrl).host])],
        token: controlToken,
      }
    : ('off' as const)

/** Returns the options of the HTTP application: body limit, logging, self-check, the public URL, whom it may call, its end. */
export const httpOptions = (configuration: Configuration) => {
  const { bodyLimit, logLevel, selfCheck, publicUrl, webhookHosts, feedDir, feedHosts, console, shutdownTime } =
    configuration
  return {
    bodyLimit,
    logLevel,
    selfCheck,
    publicUrl,
    webhookHosts,
    console,
    patience: shutdownTime * 1000,
    feedSources: { directory: feedDir, hosts: feedHosts },
  }
}

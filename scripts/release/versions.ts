import type { Lock } from './lock.ts'

/** The files that contain the version of a release. */
export interface Versioned {
  readonly manifest: { readonly version: string }
  readonly lock: Lock
  readonly dockerfile: string
  readonly changelog: string
}

/** Returns the versions that differ from that of `package.json`. */
export function versionProblems({ manifest: { version }, lock, dockerfile }: Versioned): string[] {
  const label = /image\.version="([^"]*)"/.exec(dockerfile)?.[1]
  const found = {
    'package-lock.json': lock.version,
    "its root's": lock.packages['']?.version,
    "the image's label": label,
  }
  return Object.entries(found)
    .filter(([, one]) => one !== version)
    .map(([place, one]) => `${place} says ${one}, package.json ${version}`)
}

/**
 * Returns what the changelog lacks: for a release its heading and an empty Unreleased section, before one an unreleased
 * entry.
 */
export function changelogProblems({ manifest: { version }, changelog }: Versioned, isRelease: boolean): string[] {
  const [, ...sections] = changelog.split(/^## /m)
  const unreleased = sections[0]?.startsWith('[Unreleased]') ? /^- /m.test(sections[0]) : false
  const heading = sections.find((section) => /^\[\d/.test(section))?.split('\n')[0] ?? 'no version'
  const isHeaded = heading.startsWith(`[${version}] - `) && /\d{4}-\d\d-\d\d$/.test(heading)
  if (!isRelease) return unreleased || isHeaded ? [] : ['CHANGELOG.md has nothing unreleased']
  return [
    ...(isHeaded ? [] : [`CHANGELOG.md begins with ${heading}, not with [${version}] and its date`]),
    ...(unreleased ? [`CHANGELOG.md has entries above [${version}]`] : []),
  ]
}

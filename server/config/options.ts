import { z } from 'zod'
import { largestWorld } from '#db/size-budget.ts'
import { apiVersions } from '../domain/api-version/versions.ts'
import { presetNames } from '../domain/faults/presets.ts'
import { profileNames } from '../domain/profiles/profiles.ts'
import { secondsField } from '../http/schema/duration-fields.ts'
import { detectors } from '../journal/findings/detectors.ts'
import { overridesInput } from '../worlds/adopted-overrides.ts'
import { featuresSchema, Limits } from '../worlds/settings-schema.ts'
import { Apps, AuthMode, Refresh, Tokens } from './auth-schema.ts'
import { inBytes, option, size } from './option.ts'
import { boolean, bytes, features, limits, list, number, rules } from './parse.ts'
import { targetOptions } from './target-options.ts'

/** Every option, by its name in the configuration file. */
export const options = {
  host: option({ schema: z.string().min(1).default('127.0.0.1'), value: 'ADDRESS', meaning: 'where to listen' }),
  port: option({
    schema: z.int().min(0).max(65_535).default(7468),
    value: 'NUMBER',
    meaning: 'the port; 0 is any free one',
    read: number,
  }),
  dataDir: option({
    schema: z.string().min(1).optional(),
    value: 'DIR',
    meaning: 'keep each world in a file there; in memory when absent',
  }),
  seed: option({
    schema: z.string().min(1).default('small'),
    value: 'SEED',
    meaning: 'small, empty, large, a FILE or a DIR of files',
  }),
  watch: option({
    schema: z.boolean().default(false),
    meaning: 'read seed files again when they change',
    read: boolean,
  }),
  logLevel: option({
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
    value: 'LEVEL',
    meaning: 'trace, debug, info, warn, error, fatal or silent',
  }),
  worlds: option({
    schema: z.enum(['open', 'strict']).default('open'),
    value: 'MODE',
    meaning: 'open: calls make worlds; strict: only made ones',
  }),
  bodyLimit: option({
    schema: inBytes(size.default(1_048_576)),
    value: 'BYTES',
    meaning: 'the largest request body',
    read: bytes,
  }),
  worldLimit: option({
    schema: inBytes(size.max(largestWorld).default(2 ** 29)),
    value: 'BYTES',
    meaning: 'what each world may take',
    read: bytes,
  }),
  worldsLimit: option({
    schema: inBytes(size.optional()),
    value: 'BYTES',
    meaning: 'what all may take; 4G, or an eighth of the memory',
    read: bytes,
  }),
  journal: option({
    schema: z.int().min(0).max(100_000).default(1000),
    value: 'NUMBER',
    meaning: 'how many requests each world remembers; 0 is none',
    read: number,
  }),
  publicUrl: option({
    schema: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    value: 'URL',
    meaning: 'where clients reach it, when not at host and port',
  }),
  features: option({
    schema: featuresSchema.default({}),
    value: 'LIST',
    meaning: 'such as require_cbo=on,549755885262:labels=off',
    read: features,
  }),
  rules: option({
    schema: overridesInput(rules).default({}),
    value: 'LIST',
    meaning: 'campaign.budget.one-cap=off, evidence.json, or JSON',
    read: rules,
  }),
  faults: option({
    schema: z.array(z.enum(presetNames)).default([]),
    value: 'LIST',
    meaning: 'failures of every world: flaky-network',
    read: list,
  }),
  control: option({
    schema: z.boolean().default(true),
    meaning: 'test control under /__mock, on by default',
    value: 'ON|OFF',
    read: boolean,
  }),
  controlOrigins: option({
    schema: z.array(z.string().min(1)).default([]),
    value: 'LIST',
    meaning: 'more hosts and origins that may call it',
    read: list,
  }),
  controlToken: option({
    schema: z.string().min(1).optional(),
    value: 'TOKEN',
    meaning: 'test control then wants it as x-mock-token',
  }),
  console: option({
    schema: z.boolean().default(true),
    meaning: 'console for browsers at /, on by default',
    value: 'ON|OFF',
    read: boolean,
  }),
  webhookHosts: option({
    schema: z
      .array(z.string().regex(/^(\*|[\w.-]+(:\d+)?|\[[\da-f:]+\](:\d+)?)$/i, 'Allowed: hosts, or * for all'))
      .default([]),
    value: 'LIST',
    meaning: 'hosts beside this machine that leads are sent to',
    read: list,
  }),
  feedDir: option({
    schema: z.string().min(1).optional(),
    value: 'DIR',
    meaning: 'where file: locations of feeds are read; none if absent',
  }),
  feedHosts: option({
    schema: z
      .array(z.string().regex(/^(\*|[\w.-]+(:\d+)?|\[[\da-f:]+\](:\d+)?)$/i, 'Allowed: hosts, or * for all'))
      .default([]),
    value: 'LIST',
    meaning: 'hosts beside this machine that feeds are read from',
    read: list,
  }),
  exportOnExit: option({
    schema: z.string().min(1).optional(),
    value: 'FILE',
    meaning: 'write the default world there at the end',
  }),
  limits: option({
    schema: Limits.default('off'),
    value: 'LIMITS',
    meaning: 'off, trial, standard, or JSON by rate category',
    read: limits,
  }),
  httpsPort: option({
    schema: z.int().min(0).max(65_535).optional(),
    value: 'NUMBER',
    meaning: 'answer by HTTPS too, on this port; 0 is any free one',
    read: number,
  }),
  httpsHosts: option({
    schema: z.array(z.string().regex(/^[\w.:*-]+$/, 'Allowed: names and addresses, separated by commas')).default([]),
    value: 'LIST',
    meaning: 'names beside localhost for its certificate',
    read: list,
  }),
  httpsCertificate: option({
    schema: z.string().min(1).optional(),
    value: 'FILE',
    meaning: 'a PEM file, in place of one made at start',
  }),
  httpsKey: option({
    schema: z.string().min(1).optional(),
    value: 'FILE',
    meaning: "that certificate's key",
  }),
  auth: option({
    schema: AuthMode,
    value: 'MODE',
    meaning: 'open: any token passes; strict: only known ones',
  }),
  apps: option({
    schema: Apps,
    value: 'JSON',
    meaning: 'apps by client id: secret, redirect_uris, name',
    read: JSON.parse,
  }),
  tokens: option({
    schema: Tokens,
    value: 'JSON',
    meaning: 'tokens that pass: user, scopes, expires',
    read: JSON.parse,
  }),
  autoApprove: option({
    schema: z.boolean().default(false),
    meaning: 'the consent page allows without asking',
    read: boolean,
  }),
  refresh: option({
    schema: Refresh,
    value: 'MODE',
    meaning: 'refresh tokens: reuse; rotate: each works once',
  }),
  readyFile: option({
    schema: z.string().min(1).optional(),
    value: 'FILE',
    meaning: 'write the banner there as JSON while it listens',
  }),
  failOn: option({
    schema: z.array(z.enum(['any', ...detectors.map(({ id }) => id)])).default([]),
    value: 'LIST',
    meaning: 'exec: end with 6, startMock: throw on such findings',
    read: list,
  }),
  unmatched: option({
    schema: z.enum(['report', 'fail']).default('report'),
    value: 'MODE',
    meaning: 'fail: calls of no operation end exec with 6',
  }),
  shutdownTime: option({
    schema: secondsField(0, 3600).default(3),
    value: 'SECONDS',
    meaning: 'what running requests get when the server ends',
    read: number,
  }),
  apiVersion: option({
    schema: z.enum(apiVersions).default('5.28'),
    value: 'VERSION',
    meaning: 'answer as 5.23 or 5.28',
  }),
  rehearse: option({
    schema: z.enum(['off', ...apiVersions]).default('off'),
    value: 'VERSION',
    meaning: 'compare calls with 5.28 or 5.23, for the report',
  }),
  profile: option({
    schema: z.enum(profileNames).default('off'),
    value: 'NAME',
    meaning: 'answer as sandbox, trial or production',
  }),
  ...targetOptions,
  selfCheck: option({
    schema: z.boolean().default(false),
    meaning: 'hold every answer to its schema before it leaves',
    read: boolean,
  }),
} as const

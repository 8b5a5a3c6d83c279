import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { listAdAccountIds, unknownAdAccounts } from '#server/registry/ad-accounts.ts'
import { checkedOverrides } from '#server/registry/rule-catalog.ts'
import { featuresSchema, Limits, rulesSchema } from '#server/worlds/settings-schema.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { Transitions } from './transition-fields.ts'

const Settings = z
  .object({
    features: z.record(z.string(), z.record(z.string(), z.boolean().optional())),
    rules: rulesSchema,
    limits: Limits,
    transitions: Transitions,
    warnings: Warnings,
  })
  .meta({
    id: 'Settings',
    description: "Settings of this world, in addition to the server's options.",
  })
const Change = z
  .strictObject({
    features: featuresSchema.optional(),
    rules: rulesSchema.optional(),
    limits: Limits.optional(),
    transitions: Transitions.optional(),
  })
  .meta({
    id: 'SettingsChange',
    example: { features: { '*': { require_cbo: true } }, rules: { 'campaign.budget.one-cap': { off: true } } },
  })

const settingsOf = (world: World): z.input<typeof Settings> => ({
  features: { ...world.featureSettings },
  rules: { ...world.ruleOverrides },
  limits: world.limits as z.input<typeof Limits>,
  transitions: Object.fromEntries(
    Object.entries(world.transitions).map(([kind, { transition }]) => [kind, transition]),
  ),
})

/** Returns warnings about ad accounts that may come later; throws for one that no world can have. */
function checkedAdAccounts({ readable, name }: World, features: Readonly<Record<string, unknown>>): readonly string[] {
  const ids = Object.keys(features).filter((id) => id !== '*')
  if (ids.length === 0) return []
  const { refused, warnings } = unknownAdAccounts(listAdAccountIds(readable), ids, `the world '${name}'`)
  if (refused.length > 0) throw new ApiError('request.schema', { detail: `features: ${refused.join(' ')}` })
  return warnings
}

/** Adds the routes of a world's features, rule overrides and limits. */
export function settingRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/settings',
    tag: 'settings',
    summary: 'Read the settings',
    description: 'Returns features by ad account (`*` for all), overridden rules, limits, and transitions by kind.',
    schema: { response: { 200: Settings } },
    handler: ({ world }) => settingsOf(world),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/settings',
    tag: 'settings',
    summary: 'Change the settings',
    description:
      'Replaces each part that is sent; `{}` resets a part. An ad account that can never exist is refused; one that may be created later is accepted with a warning.',
    schema: { body: Change, response: { 200: Settings } },
    handler: ({ world, body }) => {
      const rules = body.rules && checkedOverrides(body.rules)
      const warnings = checkedAdAccounts(world, body.features ?? {})
      const { limits, features, transitions } = body
      world.changeSettings({ rules, limits, features, transitions })
      return { ...settingsOf(world), ...withWarnings(warnings) }
    },
  })
}

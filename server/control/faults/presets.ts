import type { z } from 'zod'
import type { Faults } from '#server/domain/faults/faults.ts'
import { type FaultPresetName, faultPresets, presetFaults } from '#server/domain/faults/presets.ts'
import type { NewFault } from './add-faults.ts'
import type { PresetCreate, PresetReply } from './schema.ts'

/** Returns faults with those of failures in place of their names. Each of these has an id that no other has. */
export function expandPresets(
  { faults }: { readonly faults: Faults },
  added: readonly (NewFault | z.output<typeof PresetCreate>)[],
): readonly NewFault[] {
  const taken = new Set(added.flatMap((one) => ('id' in one ? [one.id] : [])))
  return added.flatMap<NewFault>((one) => {
    if (!('preset' in one)) return one
    const { preset, match = {}, ...changes } = one
    const replaced = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    return presetFaults(preset).map(([name, rule]) => {
      const id = freeId(name, (candidate) => taken.has(candidate) || faults.find(candidate) !== undefined)
      taken.add(id)
      return { ...rule, ...replaced, id, match: { ...rule.match, ...match } }
    })
  })
}

function freeId(name: string, isTaken: (id: string) => boolean): string {
  let id = name
  for (let number = 2; isTaken(id); number++) id = `${name}-${number}`
  return id
}

/** Returns a failure as test control lists it. */
export function presetReply(name: FaultPresetName): z.input<typeof PresetReply> {
  const { meaning, evidence, source } = faultPresets[name]
  const faults = presetFaults(name).map(([id, rule]) => ({ id, ...rule, effect: { ...rule.effect } }))
  return { name, meaning, evidence, source, faults }
}

import { z } from 'zod'
import { worldNamePattern, worldNameRules } from '#server/domain/world-name.ts'

/** The name of a world or snapshot. */
export const Name = z
  .string()
  .regex(worldNamePattern, `must be ${worldNameRules}`)
  .meta({ description: "At most 64 letters, digits, '.', '_' and '-'.", example: 'checkout-test' })

const isReference = (text: string): boolean => {
  const parts = text.split('/')
  return parts.length <= 2 && parts.every((part) => worldNamePattern.test(part))
}

/** The name of a snapshot, with the name of its world before it where that is another. */
export const SnapshotReference = z
  .string()
  .refine(isReference, `must be the name of a snapshot, or world/name: ${worldNameRules}, each`)
  .meta({
    description:
      'Name of a snapshot of this world, or `world/name` for a snapshot of another world. In a path, encode the slash: `world%2Fname`.',
    example: 'three-campaigns',
  })

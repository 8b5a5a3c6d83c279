import { z } from 'zod'
import { worldNamePattern, worldNameRules } from '#server/domain/world-name.ts'

/** The name of a world or snapshot. */
export const Name = z
  .string()
  .regex(worldNamePattern, `must be ${worldNameRules}`)
  .meta({ description: "Letters, digits, '.', '_' and '-', at most 64.", example: 'checkout-test' })

const isReference = (text: string): boolean => {
  const parts = text.split('/')
  return parts.length <= 2 && parts.every((part) => worldNamePattern.test(part))
}

/** The name of a snapshot, with the name of its world before it where that is another. */
export const SnapshotReference = z
  .string()
  .refine(isReference, `must be the name of a snapshot, or world/name: ${worldNameRules}, each`)
  .meta({
    description: 'A snapshot of this world by its name, or of another as `world/name`; in a path as `world%2Fname`.',
    example: 'three-campaigns',
  })

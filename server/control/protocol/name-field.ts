import { z } from 'zod'
import { worldNamePattern, worldNameRules } from '#server/domain/world-name.ts'

/** The name of a world or snapshot. */
export const Name = z
  .string()
  .regex(worldNamePattern, `must be ${worldNameRules}`)
  .meta({ description: "Letters, digits, '.', '_' and '-', at most 64.", example: 'checkout-test' })

import t from 'tap'
import { checkArea } from './areas.ts'

await checkArea(t, 'businesses')

import t from 'tap'
import { showArea } from './areas.ts'

await showArea(t, 'ad-groups')

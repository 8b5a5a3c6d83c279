import { testPage } from '../snippets.ts'

testPage('docs/guides/upgrades.md')

import { testPage } from './snippets.ts'

testPage('CONTRIBUTING.md')

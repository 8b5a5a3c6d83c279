import { testPage } from '../snippets.ts'

testPage('docs/testing/ci.md')

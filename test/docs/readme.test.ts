import { testPage } from './snippets.ts'

testPage('README.md')

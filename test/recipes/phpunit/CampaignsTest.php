<?php

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/World.php';

final class CampaignsTest extends TestCase
{
    private const CAMPAIGNS = '/v5/ad_accounts/549755885262/campaigns';
    private World $world;

    protected function setUp(): void
    {
        $this->world = World::create();
    }

    private function names(): array
    {
        return array_column($this->world->call('GET', self::CAMPAIGNS . '?page_size=250')['items'], 'name');
    }

    public function testACreatedCampaignIsInTheList(): void
    {
        $campaign = ['name' => 'Harvest sale', 'objective_type' => 'AWARENESS', 'daily_spend_cap' => 5_000_000];
        $this->world->call('POST', self::CAMPAIGNS, [$campaign]);
        $this->assertContains('Harvest sale', $this->names());
        $expected = ['match' => ['operation' => 'campaigns/create'], 'times' => 1];
        $this->world->call('POST', '/__mock/requests/verify', $expected);
    }

    public function testACampaignWithoutABudgetIsRefusedWithTheReason(): void
    {
        $campaign = ['name' => 'Harvest sale', 'objective_type' => 'AWARENESS'];
        $outcome = $this->world->call('POST', self::CAMPAIGNS, [$campaign]);
        $this->assertStringContainsString('budget', $outcome['items'][0]['exceptions'][0]['message']);
        $this->assertNotContains('Harvest sale', $this->names());
    }
}

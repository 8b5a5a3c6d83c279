<?php

use PHPUnit\Framework\TestCase;
use Testcontainers\Container\GenericContainer;
use Testcontainers\Wait\WaitForLog;

require_once __DIR__ . '/World.php';

final class ContainerTest extends TestCase
{
    public static function setUpBeforeClass(): void
    {
        $container = (new GenericContainer('pinterest-ads-mock'))
            ->withExposedPorts(7468)
            ->withWait(new WaitForLog('"event":"listening"'))
            ->start();
        putenv("PINTEREST_MOCK_URL=http://{$container->getHost()}:{$container->getMappedPort(7468)}");
        register_shutdown_function(fn () => $container->stop());
    }

    public function testTheContainerAnswers(): void
    {
        $accounts = World::create()->call('GET', '/v5/ad_accounts');
        $this->assertContains('549755885262', array_column($accounts['items'], 'id'));
    }
}

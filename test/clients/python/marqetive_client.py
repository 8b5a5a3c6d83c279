"""Publishing and figures with the Pinterest client of `marqetive-lib`, whose host is hard-coded."""

import asyncio
import logging
import os

from marqetive.core.exceptions import PostNotFoundError
from marqetive.core.models import AuthCredentials, PostCreateRequest, PostUpdateRequest
from marqetive.platforms.pinterest.client import PinterestClient
from results import check, expect

logging.disable(logging.CRITICAL)
BOARD, PIN = os.environ["BOARD_ID"], os.environ["PIN_ID"]
days = {"start_date": os.environ["START"], "end_date": os.environ["END"]}
pictures = ["https://example.com/images/boots.jpg", "https://example.com/images/walk.jpg"]


def with_client(work):
    async def run():
        credentials = AuthCredentials(platform="pinterest", access_token=os.environ["TOKEN"])
        async with PinterestClient(credentials) as client:
            await work(client)

    return lambda: asyncio.run(run())


def posting(media):
    async def post(client):
        more = {"board_id": BOARD, "title": "From a scheduler"}
        request = PostCreateRequest(content="Boots", link="https://example.com/", media_urls=media, additional_data=more)
        made = await client.create_post(request)
        found = await client.get_post(made.post_id)
        expect(found.post_id == made.post_id and found.content == "Boots", found)
        expect(await client.delete_post(made.post_id))
        try:
            await client.get_post(made.post_id)
        except PostNotFoundError:
            return
        raise AssertionError("the deleted Pin was found")

    return with_client(post)


async def authenticated(client):
    expect(await client.is_authenticated())


async def boards(client):
    made = await client.create_board("From a scheduler", "Of a client", "SECRET")
    expect((await client.get_board(made.board_id)).name == "From a scheduler")
    ids, bookmark = [], None
    while True:
        page, bookmark = await client.get_boards(page_size=1, bookmark=bookmark)
        ids += [board.board_id for board in page]
        if bookmark is None:
            break
    expect({made.board_id, BOARD} <= set(ids), ids)


async def changed(client):
    expect((await client.update_post(PIN, PostUpdateRequest(content="Changed"))).content == "Changed")


async def saved(client):
    expect(await client.repost(PIN, board_id=BOARD))


async def account_figures(client):
    figures = await client.get_account_analytics(**days)
    expect(figures["all"]["daily_metrics"] and figures["all"]["summary_metrics"]["IMPRESSION"] > 0, figures)


async def pin_figures(client):
    figures = await client.get_pin_analytics(PIN, **days)
    expect(figures["all"]["summary_metrics"]["IMPRESSION"] > 0, figures)


async def top_pins(client):
    expect((await client.get_top_pins_analytics(**days, created_in_last_n_days=30))["pins"] is not None)
    expect((await client.get_top_video_pins_analytics(**days))["pins"] is not None)


check("the token is found valid", with_client(authenticated))
check("a Pin with a picture is created, read and deleted", posting(pictures[:1]))
check("a Pin with several pictures is created, read and deleted", posting(pictures))
check("a Pin is changed", with_client(changed))
check("a board is created, and found page by page", with_client(boards))
check("a Pin is saved to a board", with_client(saved))
check("figures of the account are read", with_client(account_figures))
check("figures of a Pin are read", with_client(pin_figures))
check("the Pins of most figures are listed", with_client(top_pins))

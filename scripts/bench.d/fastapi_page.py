"""The page of 50 offices as FastAPI's tutorial writes it: asyncpg's pool, a model of the response, one worker.

usage: fastapi_page.py PORT ADDRESS ACTOR, where ADDRESS is a connection text of libpq with host, port, user and dbname
"""

import sys
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

# As many as the daemon has for accounts by default; it gives the public fewer.
CONNECTIONS = 8
PAGE = 50
QUESTION = (Path(__file__).parent / "page.sql").read_text()


class Office(BaseModel):
    position: int | None
    code: str
    province: str
    county: str
    locality: str
    kind: str
    standing: str
    rank: int | None
    rank_origin: str | None
    total: float | None
    penalty: float


class Offices(BaseModel):
    period: str
    next: str | None
    offices: list[Office]


def office(row):
    return Office(
        position=row["position"], code=row["code"], province=row["province"], county=row["county"],
        locality=row["locality"], kind=row["kind"], standing=row["standing"], rank=row["rank"],
        rank_origin=row["rank_origin"], total=None if row["total"] is None else row["total"] / 1000,
        penalty=row["penalty"] / 1000)


def application(address, actor):
    parts = dict(part.split("=", 1) for part in address.split())

    @asynccontextmanager
    async def lifespan(app):
        settings = {"role": "pishkhan_app", "pishkhan.actor": actor}
        async with asyncpg.create_pool(
                host=parts["host"], port=int(parts.get("port", 5432)), user=parts["user"], database=parts["dbname"],
                min_size=CONNECTIONS, max_size=CONNECTIONS, server_settings=settings) as app.state.pool:
            yield

    app = FastAPI(lifespan=lifespan)

    @app.get("/page")
    async def page() -> Offices:
        rows = await app.state.pool.fetch(QUESTION)
        offices = [office(row) for row in rows[:PAGE]]
        return Offices(period="1400-H1", next=offices[-1].code if len(rows) > PAGE else None, offices=offices)

    return app


if __name__ == "__main__":
    uvicorn.run(
        application(sys.argv[2], sys.argv[3]), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning",
        access_log=False)

"""Naive ceilings: how many services an office may offer on a day, and what is above it.

Shares are percents: {rank: share} and None for an office without a rank.
"""

from fractions import Fraction
from math import floor


def available(register, office, day):
    """Services whose delegation is in operation on the day and covers the office's place."""
    services = set()
    for facts in register.delegations():
        if facts["since"] > day or facts["confirmed"] is None or facts["confirmed"] > day:
            continue
        if facts["withdrawn"] is not None and facts["withdrawn"] <= day:
            continue
        if facts["area"] == "country" or office["province"] in facts["places"] or office["locality"] in facts["places"]:
            services.add(facts["service"])
    return services


def room(register, code, day, shares):
    office = register.version("office", code, day)
    publication = register.publication(day)
    rank = publication["ranks"].get(code) if publication else None
    there = available(register, office, day)
    share = Fraction(shares[rank], 100) if office["active"] else Fraction(0)
    return {
        "code": code,
        "locality": office["locality"],
        "active": office["active"],
        "rank": rank,
        "available": len(there),
        "ceiling": floor(share * len(there)),
        "used": len([contract for contract in register.contracts(day) if contract["office"] == code]),
    }


def work(register, code, day, shares):
    """What is to be handed over: whatever is not available, then the newest contracts above the ceiling, then codes."""
    office, limit = register.version("office", code, day), room(register, code, day, shares)
    there = available(register, office, day)
    offered = [contract for contract in register.contracts(day) if contract["office"] == code]
    offered.sort(key=lambda contract: (contract["service"] in there, -contract["since"], contract["service"]))
    items = []
    for place, contract in enumerate(offered):
        above = place < limit["used"] - limit["ceiling"]
        gone = contract["service"] not in there
        if above or gone:
            reason = "service_not_available" if gone else "above_ceiling"
            reason = reason if office["active"] else "office_not_active"
            items.append({"office": code, "service": contract["service"], "reason": reason})
    return items

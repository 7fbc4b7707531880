"""Administrative divisions of China, and which of them an authority belongs to."""

from nianbao.regions.bodies import named_bodies
from nianbao.regions.kinds import NATIONAL, Kind, Level
from nianbao.regions.resolve import Resolution, by_code, resolve
from nianbao.regions.slug import authority_id

__all__ = ["NATIONAL", "Kind", "Level", "Resolution", "authority_id", "by_code", "named_bodies", "resolve"]

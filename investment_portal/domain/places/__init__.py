"""Places that readers type, and the portal's origin that each belongs to.

``world.txt`` holds countries and large cities, ``regions.txt`` China and the regions of other countries. Lines are:

- ``* EU 欧洲 Europe``: a continent; ``+ CN 华东 East China``: a larger area of a country.
- ``= CN 江苏 Jiangsu/苏南 < 华东: 苏州 Suzhou, …``: a region with other names, its larger areas, its cities;
  ``@02`` at the end is its code.
- ``- 苏州: 昆山 Kunshan``: places within a city of China.
- ``DE EU 德国 Germany/deguo``: a country, then its cities; ``@02: 慕尼黑 Munich/München`` those of a region.

A place is its Chinese name (``-`` where it has none), a space, its English name and more names.
"""

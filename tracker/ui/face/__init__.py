"""The face on which injection points are drawn: artwork, inks, points, and where they lie on a paint device.

Positions are in units of the drawing (`resources/face/face-map.svg`, 400 wide), as in the catalogue and in the record;
image left is the patient's right. They are there for record keeping and are no injection guide.
"""

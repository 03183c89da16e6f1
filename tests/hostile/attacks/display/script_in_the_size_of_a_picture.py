"""Says that a picture is as wide as a script."""
# %%
import matplotlib.pyplot as plt
from IPython.display import Image, display

plt.plot([1, 2])
plt.savefig("x.png")
data = Image("x.png")._repr_png_()
BROKEN_OUT = '1"><script>hostile()</script><img src="'
for size in ({"width": BROKEN_OUT}, {"height": BROKEN_OUT}, {"alt": BROKEN_OUT}):
    display(Image(data), metadata={"image/png": {**size, "unconfined": BROKEN_OUT}})

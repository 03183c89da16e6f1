"""Signs its messages with another key than the one that it was given."""
# %%
import hmac

from IPython import get_ipython

session = get_ipython().kernel.session
session.auth = hmac.HMAC(b"another key", digestmod="sha256")

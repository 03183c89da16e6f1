"""Opens a widget's channel to the judge's side, and has it catch what test cells put out."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
parent = kernel.get_parent("shell")
state = {"_model_module": "@jupyter-widgets/output", "_model_name": "OutputModel",
         "msg_id": parent["header"]["msg_id"], "outputs": []}  # fmt: skip
content = {"comm_id": "w", "target_name": "jupyter.widget", "data": {"state": state}}
kernel.session.send(kernel.iopub_socket, "comm_open", content, parent=parent)
print("caught")
for data in ({"method": "update", "state": {"msg_id": ["x"]}}, {"method": 4}, ["x"]):
    content = {"comm_id": "w", "data": data}
    kernel.session.send(kernel.iopub_socket, "comm_msg", content, parent=parent)

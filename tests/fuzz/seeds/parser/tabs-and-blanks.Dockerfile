 	 FROM		alpine 	 ASx

 
	RUN	true	\	
		two	



